package id.capaian.load.scenario;

/**
 * A while of one rate.
 *
 * @param perSecond requests due in a second, on average
 * @param tally     of the requests that were due in it
 */
record Stretch(double perSecond, int seconds, Tally tally) {

    Stretch(double perSecond, int seconds) {
        this(perSecond, seconds, new Tally());
    }
}
