/** The API over people: files are taken in here. No rules here. */
package id.capaian.people.boundary;
