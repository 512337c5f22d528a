/**
 * What packs cost and how fast they change: a formula call against plain Java, a neighbour's misbehaving pack,
 * replaying a period, enabling a version. {@code Main} here is {@code deploy/load/measure packs}.
 */
package id.capaian.load.packs;
