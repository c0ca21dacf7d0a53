/** The part of Bitbucket's surface that the guide, its clients and the tests call. */
package dev.apiauth.testkit.product.bitbucket;
