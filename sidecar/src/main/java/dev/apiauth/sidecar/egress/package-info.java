/**
 * Fetches the documents of others (key sets, discovery) and asks providers about tokens, within the
 * egress rules: the only way out of the sidecar besides the product.
 */
package dev.apiauth.sidecar.egress;
