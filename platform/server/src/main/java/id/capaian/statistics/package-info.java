/**
 * National statistics: a tenant pushes counts of its units, the nation reads figures in which no small group is shown.
 * Has no face: nobody calls it, it listens to {@code evaluation}'s events and serves the national address.
 */
package id.capaian.statistics;
