/**
 * Tenants from file to service: reads {@code tenants-config}, compares desired with present state and takes the steps
 * in between. Every step looks before it acts, so an interrupted run is simply run again.
 */
package id.capaian.admin.tenant;
