/**
 * The operator's program: makes and checks everything the server may not touch, that is schemas, roles, tenants,
 * organizations, accounts and trusted packs. {@link id.capaian.admin.Main} is the command line, {@link
 * id.capaian.admin.Admin} the same for tests. Whoever runs it holds the power to define tables; the server never does.
 */
package id.capaian.admin;
