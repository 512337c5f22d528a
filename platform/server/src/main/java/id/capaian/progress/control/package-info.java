/** Use cases of progress: record, attach, take back, judge, read. Rules about entries are in {@code entity}. */
package id.capaian.progress.control;
