/** Accounts in Keycloak: the first admin of a tenant, and the ones tenants ask for. Numbers of people reach no log. */
package id.capaian.admin.account;
