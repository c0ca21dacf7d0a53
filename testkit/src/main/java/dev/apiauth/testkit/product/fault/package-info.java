/** What a product can do wrong, switched on and off while it runs. */
package dev.apiauth.testkit.product.fault;
