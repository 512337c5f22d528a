/** What may be wanted of a tenant, and the calendar a new one begins with: rules without a container. */
package id.capaian.registry.entity;
