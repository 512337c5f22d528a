package id.capaian.access.boundary;

/**
 * A sign-in that failed.
 *
 * @param reason  last part of the texts' keys
 * @param again   where to try again
 * @param another where to sign in with another account; null when that would not help
 */
public record SignInView(String reason, String again, String another) {
}
