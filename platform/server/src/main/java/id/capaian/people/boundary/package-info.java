/** The API over people: imports and the staff list. No rules here. */
package id.capaian.people.boundary;
