/**
 * Who may come in: turns what sign-on found into the caller, checks tenant, role and form token of every request, keeps
 * accounts and granted roles, and shows the front page, the home page and one's own page. Nobody depends on it.
 */
package id.capaian.access;
