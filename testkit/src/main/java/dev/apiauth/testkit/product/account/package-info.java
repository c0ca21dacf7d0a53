/** Who has an account at the simulated product, and every credential that stands for one. */
package dev.apiauth.testkit.product.account;
