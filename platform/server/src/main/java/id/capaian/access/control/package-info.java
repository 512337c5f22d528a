/** Use cases about accounts and roles. Called by the boundary of access and, through it, by sign-on. */
package id.capaian.access.control;
