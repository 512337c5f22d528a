package id.capaian.access.boundary;

import id.capaian.kernel.page.Option;
import java.util.List;

/**
 * The front page.
 *
 * @param regions   address and name of each region that is served
 * @param signedOut whether the reader has just signed out
 * @param half      whether that was only here, since the sign-in service could not be reached
 */
public record FrontView(List<Option> regions, boolean signedOut, boolean half) {
}
