/** What sets one product apart from another, and the state of one installation. */
package dev.apiauth.testkit.product.site;
