/** People with a browser and no mouse, and what is looked at on every page they come by. */
package id.capaian.it.browser;
