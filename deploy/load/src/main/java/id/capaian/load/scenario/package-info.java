/**
 * Scenarios of the load house: much at once, instead of one kind of request after the other. All of them use an open
 * model: requests are sent when they are due, whether or not earlier ones were answered.
 */
package id.capaian.load.scenario;
