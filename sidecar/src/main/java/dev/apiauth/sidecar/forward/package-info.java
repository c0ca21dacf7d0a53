/** The only package with a connection to the product. */
package dev.apiauth.sidecar.forward;
