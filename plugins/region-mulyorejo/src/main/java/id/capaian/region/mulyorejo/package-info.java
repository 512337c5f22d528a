/**
 * The pack of Mulyorejo, Kota Surabaya: results and behaviour that can be measured, and how objectively raters rate.
 * One class for PF4J, the rest plain.
 */
package id.capaian.region.mulyorejo;
