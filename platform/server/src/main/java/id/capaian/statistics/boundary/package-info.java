/** National figures as a page and as JSON, for national analysts. */
package id.capaian.statistics.boundary;
