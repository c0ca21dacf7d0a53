/** How an endpoint of a simulated product is declared, found, called and answered. */
package dev.apiauth.testkit.product.rest;
