/** Progress entries and their evidence, with the rules of what may change when. */
package id.capaian.progress.entity;
