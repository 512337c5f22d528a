/**
 * The demo governments: small descriptions under {@code tenants-config/demo} become the files a government hands in,
 * the same every time. Used by {@code up} and by tests.
 */
package id.capaian.local.demo;
