/**
 * Assessment periods, employee performance plans (SKP) with their individual indicators, and the values of indicators.
 * The root package is the face; callable by progress, voice, evaluation and everything above them.
 */
package id.capaian.planning;
