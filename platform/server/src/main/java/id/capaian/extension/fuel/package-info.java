/**
 * Bounds what the code of a Java pack does: its classes are rewritten when they are loaded, so that they count their
 * steps and ask before they take memory or calculate with huge numbers. Used by this feature only.
 */
package id.capaian.extension.fuel;
