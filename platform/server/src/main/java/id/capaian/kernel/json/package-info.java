/** JSON in and out of the API: one mapper for everybody, records only, plain decimals, ISO times. */
package id.capaian.kernel.json;
