/** The API and the pages over people: files are taken in here. No rules here. */
package id.capaian.people.boundary;
