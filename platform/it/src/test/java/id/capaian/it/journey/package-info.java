/** The road people go through the product, in a browser. */
package id.capaian.it.journey;
