/**
 * The custom resource as the Kubernetes client sees it, and the generator of the committed CRD. The
 * spec itself is {@code dev.apiauth.policy.spec}.
 */
package dev.apiauth.crd;
