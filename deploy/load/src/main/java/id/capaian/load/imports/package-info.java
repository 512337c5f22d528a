/** What the import of people costs beside reading the same file and copying it: {@code deploy/load/measure imports}. */
package id.capaian.load.imports;
