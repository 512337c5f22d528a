/** Writes the description of the API, {@code META-INF/openapi.yaml}, from the resources, and fails when it is stale. */
package id.capaian.openapi;
