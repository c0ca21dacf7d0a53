/**
 * What the pipeline would make of a request, told step by step: for the command line. The product
 * is never asked; providers are, where that is wanted.
 */
package dev.apiauth.sidecar.explain;
