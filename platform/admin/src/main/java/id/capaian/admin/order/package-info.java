/** What operators have ordered of tenants on a page or by API ({@code registry.tenant_order}), and its fulfilment. */
package id.capaian.admin.order;
