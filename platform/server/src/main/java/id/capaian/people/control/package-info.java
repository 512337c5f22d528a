/** Use cases and reads over people; called by {@code people.boundary} and by the face. */
package id.capaian.people.control;
