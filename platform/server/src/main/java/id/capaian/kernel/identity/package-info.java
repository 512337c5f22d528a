/** Who is calling, for which tenant, in which request. Filled by {@code access}; read by everybody. */
package id.capaian.kernel.identity;
