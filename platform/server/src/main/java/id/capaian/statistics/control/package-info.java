/** Publishing a unit's counts, deriving what may be shown, reading it; called by the boundary and by jobs. */
package id.capaian.statistics.control;
