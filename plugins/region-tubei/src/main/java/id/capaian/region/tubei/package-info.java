/** The pack of Tubei, Kabupaten Lebong: 360 degree rating and development. One class for PF4J, the rest plain. */
package id.capaian.region.tubei;
