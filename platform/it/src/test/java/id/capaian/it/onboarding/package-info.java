/** A government's road into the system, in a browser. */
package id.capaian.it.onboarding;
