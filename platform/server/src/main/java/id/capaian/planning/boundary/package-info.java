/** Pages and API over periods, plans and indicator values. No rules here. */
package id.capaian.planning.boundary;
