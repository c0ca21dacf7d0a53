/**
 * The strict layer around the JOSE library: which keys are fit to prove anything, and whether a
 * signature does (J4 to J14). No I/O.
 */
package dev.apiauth.sidecar.prove.jws;
