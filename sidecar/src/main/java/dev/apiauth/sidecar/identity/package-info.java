/** How the product is made to act as the proven user: what is used, and how it is proven before. */
package dev.apiauth.sidecar.identity;
