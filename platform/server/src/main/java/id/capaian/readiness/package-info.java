/**
 * Whether a government can work: who cannot be scored and why, what is still to be prepared before the first period
 * opens, and the opening. It looks at all that others keep, counts it set-based and changes it through their faces
 * alone. Nobody depends on it.
 */
package id.capaian.readiness;
