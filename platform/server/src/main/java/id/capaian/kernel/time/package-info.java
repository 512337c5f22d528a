/** What time it is. Nothing else in the product asks a clock; a test profile may move this one. */
package id.capaian.kernel.time;
