/** Use cases and reads over periods, plans and indicator values; called by the boundary and by the face. */
package id.capaian.planning.control;
