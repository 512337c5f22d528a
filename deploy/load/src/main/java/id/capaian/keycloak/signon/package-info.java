/** One class beside those of the Keycloak adapter, to seal cookies as they do: they are nobody else's business. */
package id.capaian.keycloak.signon;
